package io.stockroom.api;

import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.EventSource;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalSqs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queues of a {@link PackagedStack}, and an instance of the packaged apply-webhook, which is started for the first delivery. */
final class PackagedWorkQueue implements WorkQueue, AutoCloseable {

    private final LocalSqs sqs;
    private final PackagedStack stack;
    private final List<Message> letters = new ArrayList<>();
    private Instance function;

    PackagedWorkQueue(LocalSqs sqs, PackagedStack stack) {
        this.sqs = sqs;
        this.stack = stack;
    }

    /** Returns what the instance has logged. */
    String output() {
        return function.output();
    }

    @Override
    public void clear() {
        for (String queue : List.of(sqs.queue(), sqs.deadLetterQueue())) {
            sqs.client().purgeQueue(request -> request.queueUrl(queue));
        }
        letters.clear();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void deliver() {
        if (function == null) {
            function = Instance.start(Artifact.packaged(), stack.function("ApplyWebhookFunction"));
        }
        EventSource source = new EventSource(sqs, function);
        boolean more = true;
        while (more) {
            more = source.deliver();
        }
    }

    @Override
    public void enqueue(String message) {
        sqs.client().sendMessage(request -> request.queueUrl(sqs.queue()).messageBody(message));
    }

    @Override
    public int queued() {
        return sqs.size(sqs.queue());
    }

    @Override
    public List<Map<String, String>> deadLetters() {
        List<Message> more = sqs.receive(sqs.deadLetterQueue());
        while (!more.isEmpty()) {
            letters.addAll(more);
            more = sqs.receive(sqs.deadLetterQueue());
        }
        return letters.stream().map(message -> message.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, attribute -> attribute.getValue().stringValue()))).toList();
    }

    @Override
    public void redrive() {
        deadLetters();
        letters.forEach(letter -> {
            enqueue(letter.body());
            sqs.client().deleteMessage(request -> request.queueUrl(sqs.deadLetterQueue()).receiptHandle(letter.receiptHandle()));
        });
        letters.clear();
    }

    @Override
    public void close() {
        if (function != null) {
            function.close();
        }
    }
}
