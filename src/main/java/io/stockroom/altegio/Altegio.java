package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The remote inventory. Each call waits for its answer until the deadline, renews the session once when it is refused,
 * and fails with an {@link AltegioFailure} and nothing else.
 */
@ApplicationScoped
public class Altegio {

    private final AltegioV1 v1;
    private final AltegioConfig config;
    private final Session session;

    Altegio(@RestClient AltegioV1 v1, AltegioConfig config, Session session) {
        this.v1 = v1;
        this.config = config;
        this.session = session;
    }

    public List<Row> storages(long location, Deadline deadline) {
        return call(credentials -> v1.storages(credentials, location), deadline).rows();
    }

    /** @param query V1's own parameters, as text */
    public List<Row> transactions(long location, Map<String, String> query, Deadline deadline) {
        return call(credentials -> v1.transactions(credentials, location, query), deadline).rows();
    }

    public Row document(long location, long document, Deadline deadline) {
        return call(credentials -> v1.document(credentials, location, document), deadline).object();
    }

    /** The lines of a document. */
    public List<Row> documentTransactions(long document, Deadline deadline) {
        return call(credentials -> v1.documentTransactions(credentials, document), deadline).rows();
    }

    /**
     * Books an operation. V1 has no idempotency: after a failure that is not
     * {@linkplain AltegioFailure#surelyNotProcessed() surely not processed} it may have been booked or not.
     *
     * @param operation written as JSON
     */
    public Row book(long location, Object operation, Deadline deadline) {
        return call(credentials -> v1.book(credentials, location, operation), deadline).object();
    }

    private Envelope call(Function<String, Uni<Envelope>> request, Deadline deadline) {
        Function<Login, Envelope> auth = login -> logIn(login, deadline);
        String token = session.userToken(auth);
        try {
            return answer(request.apply(credentials(token)), deadline);
        } catch (CredentialsRefused e) {
            return again(request, session.renewed(token, auth), deadline);
        }
    }

    private Envelope again(Function<String, Uni<Envelope>> request, String freshToken, Deadline deadline) {
        try {
            return answer(request.apply(credentials(freshToken)), deadline);
        } catch (CredentialsRefused e) {
            throw session.refusedAfresh();
        }
    }

    private Envelope logIn(Login login, Deadline deadline) {
        try {
            return answer(v1.auth(partner(), login), deadline);
        } catch (AltegioFailure failure) {
            throw failure.beforeSending();
        }
    }

    private Envelope answer(Uni<Envelope> request, Deadline deadline) {
        Duration left = deadline.left();
        if (left.isZero()) {
            throw new TimedOut(true, null);
        }
        Envelope envelope;
        try {
            envelope = request.await().atMost(left.compareTo(config.timeout()) < 0 ? left : config.timeout());
        } catch (RuntimeException e) {
            throw Failures.from(e);
        }
        if (envelope == null) {
            throw new AltegioFailure.Unreadable("it is empty");
        }
        if (envelope.failed()) {
            throw Failures.refused(envelope);
        }
        return envelope;
    }

    private String partner() {
        return "Bearer " + config.partnerToken().orElseThrow();
    }

    private String credentials(String userToken) {
        return partner() + ", User " + userToken;
    }
}
