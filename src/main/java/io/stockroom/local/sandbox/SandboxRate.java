package io.stockroom.local.sandbox;

/** How many requests are let in within any second and any minute. 0 lets in all. */
public record SandboxRate(int perSecond, int perMinute) {

    /** The limit published for the service's sibling. */
    public static final SandboxRate DOCUMENTED = new SandboxRate(5, 200);

    public static final SandboxRate UNLIMITED = new SandboxRate(0, 0);
}
