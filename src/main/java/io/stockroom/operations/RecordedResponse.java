package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Relayed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response in Altegio's dialect as the ledger records it: with its status, and with a body whose digits never change.
 *
 * @param body written as JSON
 */
@RegisterForReflection
@JsonPropertyOrder({"status", "body"})
record RecordedResponse(int status, Object body) {

    private static final Pattern TEXT = Pattern.compile("\\{\"status\":(\\d{3}),\"body\":(.*)}", Pattern.DOTALL);

    static RecordedResponse of(Relayed response) {
        return new RecordedResponse(response.status(), new RawValue(response.body()));
    }

    /** Returns the response in a record's text. */
    static Relayed read(String text) {
        Matcher recorded = TEXT.matcher(text);
        if (!recorded.matches()) {
            throw new IllegalStateException("The ledger's record is not a response in Altegio's dialect");
        }
        return new Relayed(Integer.parseInt(recorded.group(1)), recorded.group(2));
    }
}
