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

/** The API reference: docs/openapi.yaml as a page to read and to try things out on, by Scalar. */
@Path("/")
public class Reference {

    /** Read anew each time, so that its author sees every change. */
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

    /** The document, its addresses and code samples with the address under which this gateway was asked. */
    @GET
    @Path("openapi.yaml")
    @Produces("application/yaml")
    public String document(@Context UriInfo address) throws IOException {
        URI here = address.getBaseUri();
        // PHP's samples have the port by itself.
        return Files.readString(DOCUMENT.toPath()).replace(DOCUMENTED_ADDRESS, here.getAuthority())
                .replace('"' + DOCUMENTED_PORT + '"', "\"" + (here.getPort() < 0 ? 80 : here.getPort()) + '"');
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = Reference.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        }
    }
}
