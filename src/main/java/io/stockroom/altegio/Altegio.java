package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The remote inventory. Each call keeps to Altegio's limits, is tried again where that is harmless, renews the session once
 * when it is refused, ends by the deadline, and fails with an {@link AltegioFailure} and nothing else.
 */
@ApplicationScoped
public class Altegio {

    private final AltegioV1 v1;
    private final AltegioV1Posts posts;
    private final AltegioConfig config;
    private final Session session;
    private final Retry retry;
    private final Wire wire;

    Altegio(AltegioV1 v1, AltegioV1Posts posts, AltegioConfig config, Session session, Retry retry,
            Wire wire) {
        this.v1 = v1;
        this.posts = posts;
        this.config = config;
        this.session = session;
        this.retry = retry;
        this.wire = wire;
    }

    public List<Row> storages(long location, Deadline deadline) {
        return read(credentials -> v1.storages(credentials, location), deadline).rows();
    }

    /** @param query V1's own parameters, as text */
    public List<Row> transactions(long location, Map<String, String> query, Deadline deadline) {
        return read(credentials -> v1.transactions(credentials, location, query), deadline).rows();
    }

    public Row document(long location, long document, Deadline deadline) {
        return read(credentials -> v1.document(credentials, location, document), deadline).object();
    }

    /** The lines of a document. */
    public List<Row> documentTransactions(long document, Deadline deadline) {
        return read(credentials -> v1.documentTransactions(credentials, document), deadline).rows();
    }

    /**
     * Books an operation. V1 has no idempotency: after a failure that is not
     * {@linkplain AltegioFailure#surelyNotProcessed() surely not processed} it may have been booked or not.
     *
     * @param operation written as JSON
     */
    public Row book(long location, Object operation, Deadline deadline) {
        return withSession(deadline, credentials ->
                retry.write(() -> wire.answer(() -> posts.book(credentials, location, operation), deadline), deadline)).object();
    }

    private Envelope read(Function<String, Uni<Envelope>> request, Deadline deadline) {
        return withSession(deadline, credentials ->
                retry.read(() -> wire.answer(() -> request.apply(credentials), deadline), deadline));
    }

    private Envelope withSession(Deadline deadline, Function<String, Envelope> call) {
        Function<Login, Envelope> auth = login -> logIn(login, deadline);
        String token = session.userToken(auth);
        try {
            return call.apply(credentials(token));
        } catch (CredentialsRefused e) {
            return again(call, session.renewed(token, auth));
        }
    }

    private Envelope again(Function<String, Envelope> call, String freshToken) {
        try {
            return call.apply(credentials(freshToken));
        } catch (CredentialsRefused e) {
            throw session.refusedAfresh();
        }
    }

    private Envelope logIn(Login login, Deadline deadline) {
        try {
            return retry.write(() -> wire.answer(() -> posts.auth(partner(), login), deadline), deadline);
        } catch (AltegioFailure failure) {
            throw failure.beforeSending();
        }
    }

    private String partner() {
        return "Bearer " + config.partnerToken().orElseThrow();
    }

    private String credentials(String userToken) {
        return partner() + ", User " + userToken;
    }
}
