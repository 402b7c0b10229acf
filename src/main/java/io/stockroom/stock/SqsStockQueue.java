package io.stockroom.stock;

import io.quarkus.arc.DefaultBean;
import io.stockroom.aws.SendCheck;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The production queue, in SQS. */
@Singleton
@DefaultBean
final class SqsStockQueue implements StockQueue {

    private static final int MAX_ENTRIES = 10;

    private final SqsClient client;
    private final String queue;
    private final int windowSeconds;

    @Inject
    SqsStockQueue(SqsClient client, StockConfig config) {
        this(client, config.queueUrl().orElseThrow(), config.window());
    }

    SqsStockQueue(SqsClient client, String queue, Duration window) {
        this.client = client;
        this.queue = queue;
        this.windowSeconds = (int) window.toSeconds();
    }

    @Override
    public void send(List<String> messages) {
        forEachBatch(messages, (number, message) -> SendMessageBatchRequestEntry.builder().id(number).messageBody(message)
                .delaySeconds(windowSeconds).build(),
                entries -> client.sendMessageBatch(request -> request.queueUrl(queue).entries(entries)).failed());
    }

    @Override
    public void delay(List<String> receiptHandles, Duration delay) {
        forEachBatch(receiptHandles, (number, handle) -> ChangeMessageVisibilityBatchRequestEntry.builder().id(number)
                .receiptHandle(handle).visibilityTimeout((int) delay.toSeconds()).build(),
                entries -> client.changeMessageVisibilityBatch(request -> request.queueUrl(queue).entries(entries)).failed());
    }

    @Override
    public void check() {
        call(sqs -> SendCheck.run(sqs, queue));
    }

    /** Creates the entry of a batch. */
    private interface EntryFactory<T> {

        T create(String number, String text);
    }

    /** Sends one batch, and returns what SQS did not do of it. */
    private interface Batch<T> {

        List<BatchResultErrorEntry> send(List<T> entries);
    }

    private <T> void forEachBatch(List<String> texts, EntryFactory<T> factory, Batch<T> batch) {
        for (int start = 0; start < texts.size(); start += MAX_ENTRIES) {
            List<T> entries = new ArrayList<>();
            for (int i = start; i < Math.min(start + MAX_ENTRIES, texts.size()); i++) {
                entries.add(factory.create(String.valueOf(i - start), texts.get(i)));
            }
            call(sqs -> {
                List<BatchResultErrorEntry> failed = batch.send(entries);
                if (!failed.isEmpty()) {
                    throw new StockQueueUnavailableException(new IllegalStateException("SQS refused " + failed.get(0).code()));
                }
            });
        }
    }

    private void call(Consumer<SqsClient> request) {
        try {
            request.accept(client);
        } catch (SdkException failure) {
            throw new StockQueueUnavailableException(failure);
        }
    }
}
