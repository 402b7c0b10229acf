package io.stockroom.webhooks;

import io.stockroom.http.Problem;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why an operation was not booked. In words only in attributes of its message: nobody knows what Altegio quotes. */
record Reason(String type, int status, String detail) {

    private static final int LONGEST = 500;
    private static final Pattern PHONE_OR_MAIL = Pattern.compile("\\+?\\d[\\d ().-]{5,}\\d|\\S+@\\S+");
    /** SQS takes no others; letters of every script are among them. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd]");

    static Reason of(Problem problem) {
        String type = problem.type().substring(problem.type().lastIndexOf(':') + 1);
        // Altegio's own sentence leaves out what its fields complain about; ours has it all.
        String detail = type.equals("refused") ? Stream.concat(Stream.of(problem.detail()),
                problem.errors().stream().map(fault -> fault.place() + ": " + fault.detail())).collect(Collectors.joining("; "))
                : problem.detail();
        return new Reason(type, problem.status(), detail);
    }

    /** As attributes of the message; {@code message_id} is what the log has. */
    Map<String, String> attributes(String messageId) {
        String masked = UNPRINTABLE.matcher(PHONE_OR_MAIL.matcher(detail).replaceAll("…")).replaceAll("");
        return Map.of("reason", type, "status", String.valueOf(status), "message_id", messageId,
                "detail", masked.isBlank() ? "none" : masked.substring(0, Math.min(masked.length(), LONGEST)));
    }

    @Override
    public String toString() {
        return type + " (" + status + ")";
    }
}
