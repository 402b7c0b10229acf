package io.stockroom.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRequestsTest {

    @ParameterizedTest
    @CsvSource({"eu-central-1,https://secretsmanager.eu-central-1.amazonaws.com/",
            "us-gov-west-1,https://secretsmanager.us-gov-west-1.amazonaws.com/",
            "cn-north-1,https://secretsmanager.cn-north-1.amazonaws.com.cn/"})
    void eachRegionHasItsUrl(String region, URI url) {
        assertEquals(url, SignedRequests.endpoint("secretsmanager", region));
    }

    @Test
    void anErrorIsReportedByItsKindAlone() {
        assertEquals("400 AccessDeniedException",
                error(400,
                        "{\"__type\":\"com.amazonaws.secretsmanager#AccessDeniedException\",\"Message\":\"User: arn:aws:sts::1:role\"}"));
        assertEquals("403 AccessDenied", error(403, "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>User: arn</Message>"));
        assertEquals("404 ResourceNotFoundException", new SignedResponse(404, new byte[0],
                Optional.of("ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws/")).error());
        assertEquals("502", error(502, "<html>Bad Gateway</html>"));
        assertEquals("403", error(403, "<Code>arn:aws:sts::1:assumed-role/role</Code>".replace(":", ".")));
    }

    private static String error(int status, String body) {
        return new SignedResponse(status, body.getBytes(UTF_8), Optional.empty()).error();
    }
}
