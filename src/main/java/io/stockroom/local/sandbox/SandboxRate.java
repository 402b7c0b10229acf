package io.stockroom.local.sandbox;

/** The maximum number of requests in any second and in any minute. 0 means unlimited. */
public record SandboxRate(int perSecond, int perMinute) {

    /** The limit published for the service's sibling. */
    public static final SandboxRate DOCUMENTED = new SandboxRate(5, 200);

    public static final SandboxRate UNLIMITED = new SandboxRate(0, 0);
}
