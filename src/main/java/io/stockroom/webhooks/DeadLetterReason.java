package io.stockroom.webhooks;

import io.stockroom.operations.DecisionRequiredException;
import io.stockroom.problems.Problem;
import io.stockroom.shops.OrderException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an operation was not booked. Possible phone numbers and e-mail addresses are masked: Altegio may quote any data. */
record DeadLetterReason(String type, int status, String detail) {

    private static final int MAX_LENGTH = 500;
    /** At least seven digits of any script with up to three separators between two of them, or an e-mail address. */
    private static final Pattern PHONE_OR_EMAIL = Pattern.compile("\\+?\\(?\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,3}\\p{Nd}){6,}|\\S+@\\S+");
    /** Characters that SQS or a line of the log does not accept; letters of every script are kept. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~\\u00a0-\\ud7ff\\ue000-\\ufffd]");

    /** In Stockroom's own words, numbers are SKUs of an order, or ids of documents that need a decision: those are not masked. */
    static DeadLetterReason of(RuntimeException failure) {
        Problem problem = Problem.of(failure);
        return failure instanceof DecisionRequiredException || failure instanceof OrderException order && !order.quotesAltegio()
                ? new DeadLetterReason(problem.name(), problem.status(), printable(problem.detail()))
                : of(problem);
    }

    static DeadLetterReason of(Problem problem) {
        String type = problem.name();
        // Altegio's own message omits its field errors; the detail of Stockroom's own problems includes them.
        String detail = type.equals("rejected") ? Stream.concat(Stream.of(problem.detail()),
                problem.errors().stream().map(violation -> violation.place() + ": " + violation.detail())).collect(Collectors.joining("; "))
                : problem.detail();
        return new DeadLetterReason(type, problem.status(), masked(detail));
    }

    private static String masked(String text) {
        String masked = PHONE_OR_EMAIL.matcher(truncated(text, 4 * MAX_LENGTH)).replaceAll("***");
        return printable(masked);
    }

    private static String printable(String text) {
        String printable = truncated(UNPRINTABLE.matcher(text).replaceAll(" "), MAX_LENGTH);
        return printable.isBlank() ? "none" : printable;
    }

    private static String truncated(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** Returns the reason as message attributes, the most important first; {@code message_id} is the id in the log. */
    Map<String, String> attributes(String messageId) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("reason", type);
        attributes.put("status", String.valueOf(status));
        attributes.put("detail", detail);
        attributes.put("message_id", messageId);
        return attributes;
    }

    @Override
    public String toString() {
        return type + " (" + status + ")";
    }
}
