package io.stockroom.runtime;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RuntimeApi api = new RuntimeApi("Function");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void pollWaitsForTheNextEvent() throws Exception {
        CompletableFuture<HttpResponse<String>> poll = client.sendAsync(get("invocation/next"), BodyHandlers.ofString());
        api.firstPoll().join();
        assertThat(poll.isDone(), is(false));

        api.submit("{\"n\":1}", LONG);

        assertThat(poll.join().statusCode(), is(200));
        assertThat(poll.join().body(), is("{\"n\":1}"));
    }

    @Test
    void sendsTheEventWithLambdasHeaders() throws Exception {
        api.submit("{}", LONG);
        HttpResponse<String> event = send(get("invocation/next"));
        assertThat(header(event, "Content-Type"), is("application/json"));
        assertThat(header(event, "Lambda-Runtime-Aws-Request-Id"), matchesPattern("[0-9a-f-]{36}"));
        assertThat(header(event, "Lambda-Runtime-Invoked-Function-Arn"),
                matchesPattern("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:Function"));
        assertThat(header(event, "Lambda-Runtime-Trace-Id"),
                matchesPattern("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0"));
        double remaining = Long.parseLong(header(event, "Lambda-Runtime-Deadline-Ms")) - System.currentTimeMillis();
        assertThat(remaining, closeTo(LONG.toMillis(), 5000));
    }

    @Test
    void responseCompletesTheInvocation() throws Exception {
        CompletableFuture<RuntimeResponse> response = api.submit("{}", LONG);
        HttpResponse<String> accepted = send(post("invocation/" + poll() + "/response", "{\"ok\":true}"));
        assertThat(accepted.statusCode(), is(202));
        assertThat(accepted.body(), is("{\"status\":\"OK\"}"));
        assertThat(response.join().succeeded(), is(true));
        assertThat(response.join().payload(), is("{\"ok\":true}"));
    }

    @Test
    void errorCompletesTheInvocationWithItsType() throws Exception {
        CompletableFuture<RuntimeResponse> response = api.submit("{}", LONG);
        String error = "{\"errorType\":\"java.lang.Error\",\"errorMessage\":\"broken\"}";
        assertThat(send(post("invocation/" + poll() + "/error", error)).statusCode(), is(202));
        assertThat(response.join().error(), is("java.lang.Error"));
        assertThat(api.functionErrors(), contains(error));
    }

    @Test
    void rejectsAnUnknownRequestId() throws Exception {
        CompletableFuture<RuntimeResponse> response = api.submit("{}", LONG);
        String id = poll();
        HttpResponse<String> rejected = send(post("invocation/other/response", "{}"));
        assertThat(rejected.statusCode(), is(400));
        assertThat(rejected.body(), containsString("InvalidRequestID"));
        assertThat(response.isDone(), is(false));

        send(post("invocation/" + id + "/response", "{}"));
        assertThat(send(post("invocation/" + id + "/response", "{}")).statusCode(), is(400));
    }

    @Test
    void limitsAResponseToSixMegabytes() throws Exception {
        CompletableFuture<RuntimeResponse> largest = api.submit("{}", LONG);
        String path = "invocation/" + poll() + "/response";
        assertThat(send(post(path, "x".repeat(RuntimeApi.MAX_PAYLOAD))).statusCode(), is(202));
        assertThat(largest.join().succeeded(), is(true));

        CompletableFuture<RuntimeResponse> tooLarge = api.submit("{}", LONG);
        path = "invocation/" + poll() + "/response";
        assertThat(send(post(path, "x".repeat(RuntimeApi.MAX_PAYLOAD + 1))).statusCode(), is(413));
        assertThat(tooLarge.join().error(), is("Function.ResponseSizeTooLarge"));
    }

    @Test
    void rejectsAPollBeforeTheResponse() throws Exception {
        api.submit("{}", LONG);
        poll();
        assertThat(send(get("invocation/next")).statusCode(), is(403));
    }

    @Test
    void acceptsOneInvocationAtATime() {
        api.submit("{}", LONG);
        assertThrows(IllegalStateException.class, () -> api.submit("{}", LONG));
    }

    @Test
    void everyInvocationAfterAnInitErrorFailsWithIt() throws Exception {
        String error = "{\"errorType\":\"Runtime.NoSuchHandler\",\"errorMessage\":\"nope\"}";
        assertThat(send(post("init/error", error)).statusCode(), is(202));
        assertThat(api.initErrors(), contains(error));
        assertThat(api.firstPoll().isCompletedExceptionally(), is(true));
        assertThat(api.submit("{}", LONG).join().payload(), is(error));
        assertThat(api.submit("{}", LONG).join().error(), is("Runtime.NoSuchHandler"));
    }

    @Test
    void endOfTheEnvironmentCompletesTheCurrentInvocation() throws Exception {
        CompletableFuture<RuntimeResponse> response = api.submit("{}", LONG);
        String id = poll();
        api.end("Runtime.ExitError", "Runtime exited with error: exit status 1");
        assertThat(response.join().error(), is("Runtime.ExitError"));
        assertThat(response.join().json().path("errorMessage").asText(),
                is("RequestId: " + id + " Error: Runtime exited with error: exit status 1"));
    }

    @Test
    void unknownPathIsNotFound() throws Exception {
        assertThat(send(get("restore/next")).statusCode(), is(404));
    }

    private String poll() throws IOException, InterruptedException {
        return header(send(get("invocation/next")), "Lambda-Runtime-Aws-Request-Id");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest get(String path) {
        return request(path).build();
    }

    private HttpRequest post(String path, String body) {
        return request(path).POST(BodyPublishers.ofString(body)).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
