package io.stockroom.soak;

import java.util.List;

/**
 * What a response says about an operation.
 *
 * @param label         what the report counts it as; of an invalid response, what is wrong with it
 * @param document      the document's id if it is booked
 * @param lines         how many lines are reported as booked
 * @param hasCandidates whether the caller must decide which document is the operation's
 */
record Reply(Kind kind, String label, long document, int lines, boolean hasCandidates) {

    /** The id of a document that is reported as booked without its id, because Altegio does not show it. */
    static final long UNREADABLE = 0;
    /** There is no response: the instance was killed, or its time was over. */
    static final Reply NONE = open("no response");

    /** The kind of response. */
    enum Kind {
        BOOKED,
        REJECTED,
        /** Not final: the request is to be repeated. */
        OPEN,
        /** Not one that the function may return. */
        INVALID
    }

    static Reply booked(String label, long document, int lines) {
        return new Reply(Kind.BOOKED, label, document, lines, false);
    }

    static Reply rejected(String label) {
        return new Reply(Kind.REJECTED, label, UNREADABLE, 0, false);
    }

    static Reply open(String label) {
        return new Reply(Kind.OPEN, label, UNREADABLE, 0, false);
    }

    static Reply decisionRequired() {
        return new Reply(Kind.OPEN, "decision required", UNREADABLE, 0, true);
    }

    static Reply invalid(String reason) {
        return new Reply(Kind.INVALID, reason, UNREADABLE, 0, false);
    }

    /** Returns the reply of a queue's function: the message was deleted, and these documents are the operation's. */
    static Reply ofDeletedMessage(List<BookedDocument> documents) {
        return documents.isEmpty() ? rejected("dead-lettered") : booked("deleted from the queue", documents.get(0).id(), 0);
    }
}
