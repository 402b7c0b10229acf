package io.stockroom.altegio;

import java.time.Instant;

/**
 * What all processes know about the session of one login.
 *
 * @param version     0 if nothing is known; each change increases it
 * @param token       encrypted; empty if there is none
 * @param leasedUntil until when another process may be about to log in
 * @param pausedUntil until when nobody logs in again, because Altegio rejected the login
 * @param rejection   why, as a sentence without its period
 */
public record SharedToken(long version, String token, Instant leasedUntil, Instant pausedUntil, String rejection) {

    public static final SharedToken NONE = new SharedToken(0, "", Instant.EPOCH, Instant.EPOCH, "");

    SharedToken leased(Instant until) {
        return new SharedToken(version + 1, token, until, pausedUntil, rejection);
    }

    SharedToken released() {
        return new SharedToken(version + 1, token, Instant.EPOCH, pausedUntil, rejection);
    }

    SharedToken renewed(String newToken) {
        return new SharedToken(version + 1, newToken, Instant.EPOCH, Instant.EPOCH, "");
    }

    SharedToken paused(String reason, Instant until) {
        return new SharedToken(version + 1, token, Instant.EPOCH, until, reason);
    }

    @Override
    public String toString() {
        return "SharedToken[" + version + "]";
    }
}
