package io.stockroom.webhooks;

import io.quarkus.arc.DefaultBean;
import io.stockroom.aws.AwsClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The queue of production, in SQS. */
@Singleton
@DefaultBean
final class SqsQueue implements Queue {

    private static final Duration CALL = Duration.ofSeconds(5);

    private final SqsClient client;
    private final String queue;
    private final String deadLetterQueue;

    /** Each of the two functions is told of the queues that it uses. */
    @Inject
    SqsQueue(SqsClient client, WebhooksConfig config) {
        this(client, config.queueUrl().orElseThrow(), config.deadLetterQueueUrl().orElse(null));
    }

    SqsQueue(SqsClient client, String queue, String deadLetterQueue) {
        this.client = client;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
    }

    /** Made when it is first used: most functions of the executable never need it. */
    @Produces
    @ApplicationScoped
    static SqsClient client() {
        return AwsClients.build(SqsClient.builder(), CALL);
    }

    @Override
    public void send(String message) {
        reach(sqs -> sqs.sendMessage(request -> request.queueUrl(queue).messageBody(message)));
    }

    @Override
    public void bury(String message, Map<String, String> reason) {
        Map<String, MessageAttributeValue> attributes = reason.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                named -> MessageAttributeValue.builder().dataType("String").stringValue(named.getValue()).build()));
        reach(sqs -> sqs.sendMessage(request -> request.queueUrl(deadLetterQueue).messageBody(message).messageAttributes(attributes)));
    }

    @Override
    public void hide(String receipt, Duration wait) {
        reach(sqs -> sqs.changeMessageVisibility(request -> request.queueUrl(queue).receiptHandle(receipt)
                .visibilityTimeout((int) wait.toSeconds())));
    }

    private void reach(Consumer<SqsClient> call) {
        try {
            call.accept(client);
        } catch (SdkException failure) {
            throw new QueueUnavailable(failure);
        }
    }
}
