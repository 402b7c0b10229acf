package io.stockroom.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Makes clients of AWS's services with the function's own region and credentials. A caller waits while one is called, so a
 * service answers soon or counts as away.
 */
public final class AwsClients {

    private static final Duration CONNECTION = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    /** Left to itself a client sends a request up to nine times. */
    private static final int TRIES = 3;

    private AwsClients() {
    }

    /** @param call the most time that one call takes, with all its tries */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, Duration call) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECTION).socketTimeout(ANSWER))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(call)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(TRIES).build()))
                .build();
    }
}
