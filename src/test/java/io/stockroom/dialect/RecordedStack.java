package io.stockroom.dialect;

import io.stockroom.api.PackagedStack;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.PackagedApi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Runs the packaged functions of the template with a {@link RecordingAltegio} and the ledger's table in a local DynamoDB. */
final class RecordedStack implements BeforeAllCallback, TestInstancePostProcessor, AfterAllCallback {

    private final RecordingAltegio altegio = new RecordingAltegio();
    private LocalDynamoDb database;
    private PackagedApi api;

    @Override
    public void beforeAll(ExtensionContext context) {
        String url = altegio.start().get("altegio.url");
        database = LocalDynamoDb.start().table("Ledger");
        api = PackagedApi.of(Function.all(PackagedStack.parameters(url)).stream()
                .map(function -> database.under(function).withAll(PackagedStack.SETTINGS)).toList());
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        ProgramContract contract = (ProgramContract) test;
        contract.api = api.url();
        contract.altegio = altegio;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        api.close();
        database.close();
        altegio.stop();
    }
}
