package io.stockroom.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ, an SQS in this process on a free port, with the template's two queues. */
public final class LocalSqs implements AutoCloseable {

    /** Turned off, because they log each start and stop. */
    private static final List<Logger> LOGS = List.of(Logger.getLogger("org.elasticmq"), Logger.getLogger("org.apache.pekko"));

    private final SQSRestServer server;
    private final String url;
    private final SqsClient client;
    private final String queue;
    private final String deadLetterQueue;

    private LocalSqs(SQSRestServer server, int maxReceives) {
        this.server = server;
        url = "http://localhost:" + server.waitUntilStarted().localAddress().getPort();
        client = client(url);
        deadLetterQueue = client.createQueue(request -> request.queueName("DeadLetterQueue")).queueUrl();
        queue = client.createQueue(request -> request.queueName("Queue").attributes(Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT, "360",
                QueueAttributeName.REDRIVE_POLICY, "{\"deadLetterTargetArn\": \"" + arn(deadLetterQueue)
                        + "\", \"maxReceiveCount\": " + maxReceives + "}")))
                .queueUrl();
    }

    public static LocalSqs start() {
        return start(100);
    }

    public static LocalSqs start(int maxReceives) {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
        return new LocalSqs(SQSRestServerBuilder.withInterface("localhost").withDynamicPort().start(), maxReceives);
    }

    /** Returns the function with this endpoint instead of AWS's. */
    public Function under(Function function) {
        return function.with("AWS_ENDPOINT_URL_SQS", url);
    }

    /** Returns the values of the template's references to queues. Operations and stock share one queue here. */
    public Map<String, String> values() {
        return Map.of("Queue", queue, "DeadLetterQueue", deadLetterQueue, "StockQueue", queue);
    }

    public String queue() {
        return queue;
    }

    public String deadLetterQueue() {
        return deadLetterQueue;
    }

    public SqsClient client() {
        return client;
    }

    /** Returns a client for that URL, even if nothing listens there. */
    public static SqsClient client(String url) {
        return SqsClient.builder().endpointOverride(URI.create(url)).region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(5)))
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(20))
                        .retryStrategy(retry -> retry.maxAttempts(2)))
                .build();
    }

    /** Receives up to ten visible messages with all their attributes. */
    public List<Message> receive(String queueUrl) {
        return client.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10)
                .messageAttributeNames("All").messageSystemAttributeNamesWithStrings("All")).messages();
    }

    /** Ends the visibility timeout of a message that was received from the queue. */
    public void release(Message message) {
        client.changeMessageVisibility(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    }

    /** Returns the number of messages in the queue, including those in their visibility timeout, and those that are delayed. */
    public int size(String queueUrl) {
        return client.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes().values().stream().mapToInt(Integer::parseInt).sum();
    }

    private String arn(String queueUrl) {
        return client.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes().get(QueueAttributeName.QUEUE_ARN);
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
