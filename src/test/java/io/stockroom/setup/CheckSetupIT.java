package io.stockroom.setup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxLanguage;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.SandboxStyle;
import io.stockroom.local.sandbox.SandboxUser;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.LocalSqs;
import io.stockroom.stock.LocalEventBridge;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged function that checks the set-up, with the environment of the template: a shop, a ledger, queues, and two accounts. */
@Slow
class CheckSetupIT {

    private static final String CANARY = "canary";

    private static SandboxServer sandbox;
    private static LocalDynamoDb database;
    private static LocalSqs sqs;
    private static LocalEventBridge bus;

    @BeforeAll
    static void startServices() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
        sqs = LocalSqs.start();
        bus = LocalEventBridge.start();
    }

    @AfterAll
    static void stopServices() {
        bus.close();
        sqs.close();
        database.close();
        sandbox.close();
    }

    @BeforeEach
    void addUsers() {
        sandbox.sandbox().reset();
        sandbox.sandbox().add(SandboxUser.of("canary-north", "canary-password", "canary-token", 4564L));
        sandbox.sandbox().add(SandboxUser.of("canary-south", "canary-password-2", "canary-token-2", 4565L));
    }

    @Test
    void anIntactSetUpHasNoFindings() {
        try (Instance instance = start(function())) {
            JsonNode report = instance.invoke("{}").json();

            assertEquals("{\"accounts\":2,\"locations\":2,\"calls\":6,\"findings\":[]}", report.toString());
            assertThat(instance.output(), containsString("\"SetupFindings\":0"));
            assertThat(instance.output(), not(containsString(CANARY)));
            assertThat(instance.output(), not(containsString("WARN")));
        }
    }

    /** Each breaks one part, which is named in one line with what to do about it; everything else is still checked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN|canary-dead|credentials-rejected|Altegio rejected the configured tokens of the account north; store a new token, or correct the password",
            "ALTEGIO_ACCOUNTS_SOUTH_PASSWORD|canary-wrong|credentials-rejected|Altegio rejected the configured login of the account south; store a new token, or correct the password",
            "ALTEGIO_ACCOUNTS_SOUTH_LOCATIONS|4570|no-access|Location 4570: Altegio does not have it; correct the locations in the configuration",
            "STOCKROOM_SHOPS_SHOP_STORAGE_ID|999|storage-unknown|Location 4564: it has no storage 999; correct STOCKROOM_SHOPS_SHOP_STORAGE_ID (GET /storages/4564 lists them)",
            "STOCKROOM_SHOPS_SHOP_MASTER_ID|999|team-member-unknown|Location 4564: it has no team member 999; correct STOCKROOM_SHOPS_SHOP_MASTER_ID",
            "STOCKROOM_SHOPS_SHOP_LOCATION_ID|4571|location-not-allowed|Location 4571: no account has it, or ALTEGIO_LOCATIONS does not contain it; correct the locations in the configuration",
            "STOCKROOM_LEDGER_TABLE|nope|idempotency-store-unavailable|The table STOCKROOM_LEDGER_TABLE cannot be used: ",
            "STOCKROOM_WEBHOOKS_QUEUE_URL|http://localhost:1/000000000000/nope|queue-unavailable|The queues of webhooks cannot be used: ",
            "STOCKROOM_EXPORTS_BUCKET|stock|bucket-unavailable|The bucket STOCKROOM_EXPORTS_BUCKET cannot be used: ",
            "STOCKROOM_STOCK_QUEUE_URL|http://localhost:1/000000000000/nope|queue-unavailable|The queue STOCKROOM_STOCK_QUEUE_URL cannot be used: ",
            "STOCKROOM_STOCK_BUS|nope|event-bus-unavailable|The event bus STOCKROOM_STOCK_BUS cannot be used: EventBridge responded 400 ResourceNotFoundException; check"})
    void eachBrokenSettingIsOneLine(String variable, String value, String code, String detail) {
        try (Instance instance = start(function().with(variable, value))) {
            assertFinding(instance, code, detail);
        }
    }

    @Test
    void aMissingPermissionIsOneLine() {
        sandbox.sandbox().add(SandboxUser.of("canary-north", "canary-password", "canary-token", 4564L).without(SandboxRoute.BOOK));
        try (Instance instance = start(function())) {
            assertFinding(instance, "permission-missing", "Location 4564: the user of the account north may not create operations");
        }
    }

    @Test
    void aLocationOfAnotherUserIsOneLine() {
        sandbox.sandbox().add(SandboxUser.of("canary-north", "canary-password", "canary-token", 4566L));
        sandbox.sandbox().add(SandboxUser.of("another", "secret", "other", 4564L));
        try (Instance instance = start(function())) {
            assertFinding(instance, "no-access", "Location 4564: the user of the account north has no access");
        }
    }

    @Test
    void aClockThatIsWrongIsOneLineForAllLocations() {
        sandbox.sandbox().style(new SandboxStyle(false, SandboxLanguage.EN, Duration.ofMinutes(5)));
        try (Instance instance = start(function())) {
            assertFinding(instance, "clock-wrong", "This clock is about 5 min behind Altegio's; synchronize it");
        }
    }

    private static void assertFinding(Instance instance, String code, String detail) {
        JsonNode report = instance.invoke("{}").json();

        assertEquals(1, report.get("findings").size(), report::toPrettyString);
        assertThat(report.at("/findings/0/code").asText(), is(code));
        assertThat(report.at("/findings/0/detail").asText(), containsString(detail));
        assertThat(instance.output(), containsString("Set-up: " + code + ": " + detail));
        assertThat(instance.output(), containsString("\"SetupFindings\":1"));
        assertThat(instance.output() + report, not(containsString(CANARY)));
    }

    private static Instance start(Function function) {
        return Instance.start(Artifact.packaged(), function);
    }

    private static Function function() {
        Map<String, String> values = new HashMap<>(Map.of("AltegioUrl", sandbox.url(), "partner_token", "sandbox-partner-canary",
                "user_token", "", "ShopKind", "woocommerce", "ShopLocationId", "4564", "ShopStorageId", "101", "ShopMasterId", "201",
                "ShopCurrency", "EUR", "StockEvents", "true"));
        values.put("StockBus", LocalEventBridge.BUS);
        values.putAll(sqs.values());
        return sqs.under(database.under(Function.of("CheckSetupFunction", values))).with("ALTEGIO_ACCOUNTS_NORTH_LOCATIONS", "4564")
                .with("STOCKROOM_STOCK_BUS_URL", bus.url())
                .with("ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN", "canary-token").with("ALTEGIO_ACCOUNTS_SOUTH_LOCATIONS", "4565")
                .with("ALTEGIO_ACCOUNTS_SOUTH_LOGIN", "canary-south").with("ALTEGIO_ACCOUNTS_SOUTH_PASSWORD", "canary-password-2")
                .with("STOCKROOM_EXPORTS_S3_URL", "http://localhost:1");
    }
}
