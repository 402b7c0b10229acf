package io.stockroom.aws;

import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Checks that messages can be sent to a queue, without sending any. */
public final class SendCheck {

    /** Under the names of both of SQS's protocols. */
    private static final Set<String> REFUSALS = Set.of("InvalidMessageContents", "InvalidParameterValue", "InvalidParameterValueException");

    private SendCheck() {
    }

    /**
     * SQS checks the permission for the batch, and then refuses its only message: NUL is not among the characters that it allows. A refusal
     * of the content, of the message or of the batch, comes after the check of the permission.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if the queue cannot be reached, or may not be sent to
     */
    public static void run(SqsClient sqs, String queue) {
        try {
            sqs.sendMessageBatch(batch -> batch.queueUrl(queue)
                    .entries(SendMessageBatchRequestEntry.builder().id("check").messageBody("\0").build()));
        } catch (SqsException e) {
            if (!REFUSALS.contains(e.awsErrorDetails().errorCode())) {
                throw e;
            }
        }
    }
}
