package io.stockroom.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioObject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The stock of a good, as Altegio gives it. What else Altegio says about the good, such as its title, is not read.
 *
 * @param article null if it has none
 * @param barcode likewise
 * @param levels  by the ids of the storages
 * @param gone    true if Altegio no longer has the good; otherwise null
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record GoodStock(String article, String barcode, List<StorageLevel> levels,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean gone) {

    private static final String LEVELS = "actual_amounts";

    /** @throws AltegioException if the stock cannot be read: no stock must not look like an empty one */
    static GoodStock from(AltegioObject row) {
        String article = blankToNull(row.takeText("article"));
        String barcode = blankToNull(row.takeText("barcode"));
        if (!row.has(LEVELS)) {
            throw AltegioObject.invalid(LEVELS);
        }
        List<StorageLevel> levels = row.takeObjects(LEVELS).stream().map(GoodStock::level)
                .sorted(Comparator.comparingLong(StorageLevel::storageId)).toList();
        return new GoodStock(article, barcode, levels, null);
    }

    private static StorageLevel level(AltegioObject row) {
        Long storage = row.takeId("storage_id");
        if (storage == null || !row.has("amount")) {
            throw AltegioObject.invalid(LEVELS);
        }
        return new StorageLevel(storage, Objects.requireNonNullElseGet(row.takeNumber("amount"), () -> {
            throw AltegioObject.invalid(LEVELS);
        }));
    }

    private static String blankToNull(String code) {
        return code == null || code.isBlank() ? null : code;
    }

    /** Returns the stock of a good that Altegio no longer has. */
    GoodStock asGone() {
        return new GoodStock(article, barcode, List.of(), true);
    }

    /** Returns the stock of a good that Altegio no longer has, and of which nothing is known. */
    static GoodStock unknownGone() {
        return new GoodStock(null, null, List.of(), true);
    }
}
