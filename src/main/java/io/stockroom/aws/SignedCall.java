package io.stockroom.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to an AWS service.
 *
 * @param service           the name that the service is signed for, such as {@code secretsmanager}
 * @param method            the HTTP method
 * @param url               where to, with an encoded path and without a query
 * @param headers           those beside the ones of the signature
 * @param payload           the body
 * @param connectionTimeout how long to wait for a connection
 * @param socketTimeout     how long to wait for each read
 * @param attempts          how often to send it at most
 */
public record SignedCall(String service, String method, URI url, Map<String, String> headers, Payload payload,
        Duration connectionTimeout, Duration socketTimeout, int attempts) {

    /** The path of an S3 object is signed as it is sent: S3 takes each key literally, also one with two slashes in a row. */
    boolean hasLiteralPath() {
        return service.equals("s3");
    }
}
