package io.stockroom.webhooks;

import io.stockroom.http.Problem;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an operation was not booked, without what may be a phone or an address: nobody knows what Altegio quotes. */
record Reason(String type, int status, String detail) {

    private static final int LONGEST = 500;
    /** Seven digits of any script, with at most three signs between two of them. */
    private static final Pattern PHONE_OR_MAIL = Pattern.compile("\\+?\\(?\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,3}\\p{Nd}){6,}|\\S+@\\S+");
    /** What SQS does not take, or a line of the log; letters of every script stay. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~\\u00a0-\\ud7ff\\ue000-\\ufffd]");

    static Reason of(Problem problem) {
        String type = problem.name();
        // Altegio's own sentence leaves out what its fields complain about; ours has it all.
        String detail = type.equals("refused") ? Stream.concat(Stream.of(problem.detail()),
                problem.errors().stream().map(fault -> fault.place() + ": " + fault.detail())).collect(Collectors.joining("; "))
                : problem.detail();
        return new Reason(type, problem.status(), masked(detail));
    }

    private static String masked(String words) {
        String masked = PHONE_OR_MAIL.matcher(shortened(words, 4 * LONGEST)).replaceAll("***");
        String printable = shortened(UNPRINTABLE.matcher(masked).replaceAll(" "), LONGEST);
        return printable.isBlank() ? "none" : printable;
    }

    private static String shortened(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** As attributes of the message; {@code message_id} is what the log has. */
    Map<String, String> attributes(String messageId) {
        return Map.of("reason", type, "status", String.valueOf(status), "message_id", messageId, "detail", detail);
    }

    @Override
    public String toString() {
        return type + " (" + status + ")";
    }
}
