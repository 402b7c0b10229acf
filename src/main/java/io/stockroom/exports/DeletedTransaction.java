package io.stockroom.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A row of an exported file that says that a transaction does not exist any more. */
@RegisterForReflection
record DeletedTransaction(long id, boolean deleted, @JsonProperty("exported_at") String exportedAt) {

    static DeletedTransaction of(long id, Instant foundAt) {
        return new DeletedTransaction(id, true, ExportedTransaction.text(foundAt));
    }
}
