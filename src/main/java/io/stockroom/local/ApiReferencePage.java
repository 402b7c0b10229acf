package io.stockroom.local;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;

/** Serves the API reference: docs/openapi.yaml as an interactive page, rendered by Scalar. */
@Path("/")
public class ApiReferencePage {

    /** Read on every request, so that changes are visible without a restart. */
    private static final File DOCUMENT = new File("docs/openapi.yaml");
    private static final String DOCUMENTED_PORT = "8080";
    private static final String DOCUMENTED_ADDRESS = "localhost:" + DOCUMENTED_PORT;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public byte[] page() throws IOException {
        return resource("reference.html");
    }

    @GET
    @Path("reference.js")
    @Produces("text/javascript")
    public byte[] script() throws IOException {
        return resource("/META-INF/resources/webjars/scalar/scalar.js");
    }

    /** Returns the document, with the requested host and port in its URLs and code samples. */
    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    public String document(@Context UriInfo uriInfo) throws IOException {
        URI baseUri = uriInfo.getBaseUri();
        // The PHP samples contain the port separately.
        return Files.readString(DOCUMENT.toPath()).replace(DOCUMENTED_ADDRESS, baseUri.getAuthority())
                .replace('"' + DOCUMENTED_PORT + '"', "\"" + (baseUri.getPort() < 0 ? 80 : baseUri.getPort()) + '"');
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = ApiReferencePage.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        }
    }
}
