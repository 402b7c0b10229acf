package io.stockroom.exports;

import jakarta.enterprise.context.ApplicationScoped;

/** Checks that exported files can be written. */
@ApplicationScoped
public class ExportCheck {

    private final ExportsConfig config;
    private final ExportStore store;

    ExportCheck(ExportsConfig config, ExportStore store) {
        this.config = config;
        this.store = store;
    }

    /** Returns whether exports are configured to go to a bucket. */
    public boolean isNeeded() {
        return config.bucket().isPresent();
    }

    /** Writes a small object that readers of the files ignore. Throws {@link ExportStoreException} if that is not possible. */
    public void run() {
        store.check();
    }
}
