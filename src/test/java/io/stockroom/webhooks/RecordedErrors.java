package io.stockroom.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records the errors that a class logs. Until it is closed, nothing that the class logs is printed. */
final class RecordedErrors extends Handler implements AutoCloseable {

    private final List<String> messages = new ArrayList<>();
    private final Logger log;

    private RecordedErrors(Logger log) {
        this.log = log;
    }

    /** Starts recording. */
    static RecordedErrors of(Class<?> type) {
        RecordedErrors errors = new RecordedErrors(Logger.getLogger(type.getName()));
        errors.log.addHandler(errors);
        errors.log.setUseParentHandlers(false);
        return errors;
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            messages.add(String.format(entry.getMessage(), entry.getParameters()));
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        log.removeHandler(this);
        log.setUseParentHandlers(true);
    }
}
