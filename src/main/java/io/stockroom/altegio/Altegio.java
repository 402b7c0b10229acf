package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The client of Altegio's inventory API. Each call respects Altegio's rate limits, is retried where that is harmless, renews a
 * rejected session once, ends by the deadline, and throws only {@link AltegioException}.
 */
@ApplicationScoped
public class Altegio {

    /** The maximum number of rows requested per page. Integrators use up to this; V1's own maximum is unknown. */
    public static final int MAX_PAGE_SIZE = 1000;

    private final AltegioReadApi readApi;
    private final AltegioWriteApi writeApi;
    private final Credentials credentials;
    private final Session session;
    private final RetryPolicy retryPolicy;
    private final AltegioTransport transport;

    Altegio(AltegioReadApi readApi, AltegioWriteApi writeApi, Credentials credentials, Session session, RetryPolicy retryPolicy,
            AltegioTransport transport) {
        this.readApi = readApi;
        this.writeApi = writeApi;
        this.credentials = credentials;
        this.session = session;
        this.retryPolicy = retryPolicy;
        this.transport = transport;
    }

    public List<AltegioObject> storages(long location, CallContext context) {
        return read(header -> readApi.storages(header, location), context).rows();
    }

    /** @param query V1's parameters, as text */
    public List<AltegioObject> transactions(long location, Map<String, String> query, CallContext context) {
        return read(header -> readApi.transactions(header, location, query), context).rows();
    }

    /** @param query V1's parameters, as text */
    public List<AltegioObject> goods(long location, Map<String, String> query, CallContext context) {
        return read(header -> readApi.goods(header, location, query), context).rows();
    }

    public AltegioObject document(long location, long document, CallContext context) {
        return read(header -> readApi.document(header, location, document), context).object();
    }

    /** Returns the lines of a document. */
    public List<AltegioObject> documentTransactions(long document, CallContext context) {
        return read(header -> readApi.documentTransactions(header, document), context).rows();
    }

    /**
     * Books an operation. V1 has no idempotency: after a failure that is not
     * {@linkplain AltegioException#definitelyNotProcessed() definitely not processed}, the operation may or may not be booked.
     *
     * @param operation serialized as JSON
     */
    public BookingResponse book(long location, Object operation, CallContext context) {
        return withSession(context, AltegioException::definitelyNotProcessed, header -> retryPolicy.write(
                () -> transport.book(() -> writeApi.book(header, location, operation), context), context.deadline()));
    }

    /**
     * Returns Altegio's response to a GET request as it is.
     *
     * @param path  relative to the base URL, of letters, digits, slashes and underscores
     * @param query each parameter with its values, in their order
     */
    public Relayed relay(String path, Map<String, List<String>> query, CallContext context) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        query.forEach((name, values) -> parameters.addAll(name, values));
        return withSession(context, failure -> true, header -> retryPolicy.read(
                () -> transport.relay(() -> readApi.relayed(header, path, parameters), context), context.deadline()));
    }

    private Envelope read(Function<String, Uni<RestResponse<byte[]>>> request, CallContext context) {
        return withSession(context, failure -> true,
                header -> retryPolicy.read(() -> transport.send(() -> request.apply(header), context), context.deadline()));
    }

    /** @param isRepeatable whether the call may be made again, with a new token, after Altegio rejected the token */
    private <T> T withSession(CallContext context, Predicate<AltegioException> isRepeatable, Function<String, T> call) {
        Function<Login, Envelope> auth = login -> logIn(login, context);
        String token = session.userToken(auth);
        try {
            return call.apply(credentials.user(token));
        } catch (CredentialsRejectedException e) {
            if (!isRepeatable.test(e)) {
                throw e;
            }
            return callWithNewToken(isRepeatable, call, session.renewed(token, auth));
        }
    }

    private <T> T callWithNewToken(Predicate<AltegioException> isRepeatable, Function<String, T> call, String newToken) {
        try {
            return call.apply(credentials.user(newToken));
        } catch (CredentialsRejectedException e) {
            throw isRepeatable.test(e) ? session.rejectedAfterLogin() : e;
        }
    }

    private Envelope logIn(Login login, CallContext context) {
        try {
            return retryPolicy.write(() -> transport.logIn(() -> writeApi.auth(credentials.partner(), login), context), context.deadline());
        } catch (AltegioException failure) {
            throw failure.beforeSending();
        }
    }
}
