package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The Lambda context of a local invocation; its timeout is API Gateway's integration timeout of 30 seconds, unless it is specified. */
record LocalContext(String functionName, String requestId, Instant deadline, Clock clock) implements Context {

    static LocalContext of(String functionName, String requestId, Clock clock) {
        return of(functionName, requestId, Duration.ofSeconds(30), clock);
    }

    static LocalContext of(String functionName, String requestId, Duration timeout, Clock clock) {
        return new LocalContext(functionName, requestId, clock.instant().plus(timeout), clock);
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Duration.between(clock.instant(), deadline).toMillis();
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:local:000000000000:function:" + functionName;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + functionName;
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public int getMemoryLimitInMB() {
        return 256;
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("Stockroom logs through JBoss Logging");
    }
}
