package io.stockroom.webhooks;

import io.quarkus.arc.DefaultBean;
import io.stockroom.aws.SendCheck;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The production queue, in SQS. */
@Singleton
@DefaultBean
final class SqsQueue implements OperationQueue {

    private final SqsClient client;
    private final String queue;
    private final String deadLetterQueue;

    /** Each of the two functions is configured with the queues that it uses. */
    @Inject
    SqsQueue(SqsClient client, WebhooksConfig config) {
        this(client, config.queueUrl().orElseThrow(), config.deadLetterQueueUrl().orElse(null));
    }

    SqsQueue(SqsClient client, String queue, String deadLetterQueue) {
        this.client = client;
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
    }

    @Override
    public void send(String message) {
        call(sqs -> sqs.sendMessage(request -> request.queueUrl(queue).messageBody(message)));
    }

    @Override
    public void deadLetter(String message, Map<String, String> reason) {
        Map<String, MessageAttributeValue> attributes = reason.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                attribute -> MessageAttributeValue.builder().dataType("String").stringValue(attribute.getValue()).build()));
        call(sqs -> sqs.sendMessage(request -> request.queueUrl(deadLetterQueue).messageBody(message).messageAttributes(attributes)));
    }

    @Override
    public void delay(String receiptHandle, Duration delay) {
        call(sqs -> sqs.changeMessageVisibility(request -> request.queueUrl(queue).receiptHandle(receiptHandle)
                .visibilityTimeout((int) delay.toSeconds())));
    }

    @Override
    public void check() {
        for (String url : List.of(queue, deadLetterQueue)) {
            call(sqs -> SendCheck.run(sqs, url));
        }
    }

    private void call(Consumer<SqsClient> request) {
        try {
            request.accept(client);
        } catch (SdkException failure) {
            throw new QueueUnavailableException(failure);
        }
    }
}
