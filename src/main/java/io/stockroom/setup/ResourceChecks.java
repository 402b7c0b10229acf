package io.stockroom.setup;

import io.stockroom.exports.ExportCheck;
import io.stockroom.operations.LedgerCheck;
import io.stockroom.stock.EventBus;
import io.stockroom.stock.StockConfig;
import io.stockroom.stock.StockQueue;
import io.stockroom.webhooks.OperationQueue;
import io.stockroom.webhooks.WebhooksConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;

/** Checks what the functions use in AWS, as far as it is configured: the table, the queues, the bucket of exports and the bus of events. */
@ApplicationScoped
class ResourceChecks {

    private static final String LOCATIONS_UNKNOWN = "locations-unknown";

    private final LedgerCheck ledger;
    private final WebhooksConfig webhooks;
    private final Instance<OperationQueue> queues;
    private final ExportCheck exports;
    private final StockConfig stock;
    private final Instance<StockQueue> stockQueues;
    private final Instance<EventBus> buses;

    ResourceChecks(LedgerCheck ledger, WebhooksConfig webhooks, Instance<OperationQueue> queues, ExportCheck exports, StockConfig stock,
            Instance<StockQueue> stockQueues, Instance<EventBus> buses) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.queues = queues;
        this.exports = exports;
        this.stock = stock;
        this.stockQueues = stockQueues;
        this.buses = buses;
    }

    /** Returns a finding for each that cannot be used. */
    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        check("idempotency-store-unavailable", "The table STOCKROOM_LEDGER_TABLE", ledger::run, findings);
        if (webhooks.queueUrl().isPresent()) {
            check("queue-unavailable", "The queues of webhooks", () -> queues.get().check(), findings);
        }
        if (exports.isNeeded()) {
            check("bucket-unavailable", "The bucket STOCKROOM_EXPORTS_BUCKET", exports::run, findings);
        }
        if (stock.queueUrl().isPresent()) {
            check("queue-unavailable", "The queue STOCKROOM_STOCK_QUEUE_URL", () -> stockQueues.get().check(), findings);
        }
        if (stock.bus().isPresent()) {
            check("event-bus-unavailable", "The event bus STOCKROOM_STOCK_BUS", () -> buses.get().check(), findings);
        }
        return findings;
    }

    /** Returns a finding for each that is of no use as long as no location is known. */
    List<Finding> needingLocations() {
        List<Finding> findings = new ArrayList<>();
        if (exports.isNeeded()) {
            findings.add(Finding.of(LOCATIONS_UNKNOWN, "Transactions are exported, but no location is known whose they are; set"
                    + " ALTEGIO_LOCATIONS or STOCKROOM_EXPORTS_LOCATIONS"));
        }
        if (stock.bus().isPresent()) {
            findings.add(Finding.of(LOCATIONS_UNKNOWN, "Stock is announced, but no location is known whose changes could be searched for;"
                    + " set ALTEGIO_LOCATIONS or STOCKROOM_STOCK_LOCATIONS"));
        }
        return findings;
    }

    private static void check(String code, String name, Runnable check, List<Finding> findings) {
        try {
            check.run();
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            findings.add(Finding.of(code, name + " cannot be used: " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " ")
                    + "; check that it exists, and the rights of the functions"));
        }
    }
}
