package io.stockroom.aws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Creates the clients of AWS services, with the function's own region and credentials. A caller waits during each call, so timeouts
 * are short. Each client is created on first use: most functions of the native executable never need it.
 */
class AwsClientProducer {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration DYNAMODB_CALL_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SQS_CALL_TIMEOUT = Duration.ofSeconds(5);
    /** By default a client sends a request up to nine times. */
    private static final int MAX_ATTEMPTS = 3;

    @Produces
    @ApplicationScoped
    DynamoDbClient dynamoDb() {
        return build(DynamoDbClient.builder(), DYNAMODB_CALL_TIMEOUT);
    }

    @Produces
    @ApplicationScoped
    SqsClient sqs() {
        return build(SqsClient.builder(), SQS_CALL_TIMEOUT);
    }

    /** @param callTimeout the maximum time of one call, including its retries */
    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, Duration callTimeout) {
        return builder
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECTION_TIMEOUT).socketTimeout(SOCKET_TIMEOUT))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(callTimeout)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(MAX_ATTEMPTS).build()))
                .build();
    }
}
