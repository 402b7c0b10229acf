package io.stockroom.exports;

/** What may become of a request to {@link LocalS3}. */
public enum S3Failure {
    /** 500, before the body is read. */
    INTERNAL_ERROR,
    /** 503, before the body is read. */
    SLOW_DOWN,
    /** The connection is reset after half of the body. */
    RESET,
    /** The body is read and stored, and the connection closed without a response. */
    LOST_RESPONSE,
    /** The body is read and stored, and nothing follows until the service is closed. */
    NO_RESPONSE
}
