package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The client of Altegio's inventory API. A call about a location uses the account that has it. Each call respects Altegio's rate limits, is retried where that is harmless, renews a
 * rejected session once, ends by the deadline, and throws only {@link AltegioException}.
 */
@ApplicationScoped
public class Altegio {

    /** The maximum number of rows requested per page. Integrators use up to this; V1's own maximum is unknown. */
    public static final int MAX_PAGE_SIZE = 1000;

    /** A token that another process, or a secret, has had in store may be rejected as well; a new login comes last. */
    private static final int MAX_RENEWALS = 3;

    private static final MultivaluedMap<String, String> NO_PARAMETERS = new MultivaluedHashMap<>();

    private final AltegioReadApi readApi;
    private final AltegioWriteApi writeApi;
    private final Accounts accounts;
    private final RetryPolicy retryPolicy;
    private final AltegioTransport transport;

    Altegio(AltegioReadApi readApi, AltegioWriteApi writeApi, Accounts accounts, RetryPolicy retryPolicy, AltegioTransport transport) {
        this.readApi = readApi;
        this.writeApi = writeApi;
        this.accounts = accounts;
        this.retryPolicy = retryPolicy;
        this.transport = transport;
    }

    public List<AltegioObject> storages(long location, CallContext context) {
        return read(location, header -> readApi.storages(header, location), context).rows();
    }

    /** @param query V1's parameters, as text */
    public List<AltegioObject> transactions(long location, Map<String, String> query, CallContext context) {
        return read(location, header -> readApi.transactions(header, location, query), context).rows();
    }

    /** @param query V1's parameters, as text */
    public List<AltegioObject> goods(long location, Map<String, String> query, CallContext context) {
        return read(location, header -> readApi.goods(header, location, query), context).rows();
    }

    /** Returns one good of the catalog, with its stock. */
    public AltegioObject good(long location, long good, CallContext context) {
        return read(location, header -> readApi.good(header, location, good), context).object();
    }

    /** Returns what the user of the location's account may do there. */
    public UserPermissions permissions(long location, CallContext context) {
        Account account = accounts.of(location);
        return withSession(account, context, failure -> true, header -> retryPolicy.read(
                () -> transport.permissions(() -> readApi.relayed(header, "user/permissions/" + location, NO_PARAMETERS),
                        account.credentials(), context),
                context.deadline()));
    }

    /** Returns the team members of a location. */
    public List<AltegioObject> staff(long location, CallContext context) {
        return read(location, header -> readApi.relayed(header, "company/" + location + "/staff", NO_PARAMETERS), context).rows();
    }

    public AltegioObject document(long location, long document, CallContext context) {
        return read(location, header -> readApi.document(header, location, document), context).object();
    }

    /** Returns the lines of a document of the location. */
    public List<AltegioObject> documentTransactions(long location, long document, CallContext context) {
        return read(location, header -> readApi.documentTransactions(header, document), context).rows();
    }

    /**
     * Books an operation. V1 has no idempotency: after a failure that is not
     * {@linkplain AltegioException#definitelyNotProcessed() definitely not processed}, the operation may or may not be booked.
     *
     * @param operation serialized as JSON
     */
    public BookingResponse book(long location, Object operation, CallContext context) {
        Account account = accounts.of(location);
        return withSession(account, context, AltegioException::definitelyNotProcessed, header -> retryPolicy.write(
                () -> transport.book(() -> writeApi.book(header, location, operation), account.credentials(), context),
                context.deadline()));
    }

    /**
     * Returns Altegio's response to a GET request about a location as it is.
     *
     * @param path  relative to the base URL, of letters, digits, slashes and underscores
     * @param query each parameter with its values, in their order
     */
    public Relayed relay(long location, String path, Map<String, List<String>> query, CallContext context) {
        return relay(accounts.of(location), path, query, context);
    }

    /** Returns Altegio's response to a GET request without a location as it is, sent with one of the {@link #accounts}. */
    public Relayed relay(Account account, String path, Map<String, List<String>> query, CallContext context) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        query.forEach((name, values) -> parameters.addAll(name, values));
        return withSession(account, context, failure -> true, header -> retryPolicy.read(
                () -> transport.relay(() -> readApi.relayed(header, path, parameters), account.credentials(), context),
                context.deadline()));
    }

    /** Returns all accounts. */
    public List<Account> accounts() {
        return accounts.all();
    }

    /** Returns the account that has the location; empty if none has. */
    public Optional<Account> account(long location) {
        return accounts.find(location);
    }

    /** Returns whether each location has an account. */
    public boolean hasAccountOfOthers() {
        return accounts.haveAll();
    }

    private Envelope read(long location, Function<String, Uni<RestResponse<byte[]>>> request, CallContext context) {
        Account account = accounts.of(location);
        return withSession(account, context, failure -> true, header -> retryPolicy.read(
                () -> transport.send(() -> request.apply(header), account.credentials(), context), context.deadline()));
    }

    /** @param isRepeatable whether the call may be made again, with a new token, after Altegio rejected the token */
    private <T> T withSession(Account account, CallContext context, Predicate<AltegioException> isRepeatable, Function<String, T> call) {
        Function<Login, Envelope> auth = login -> logIn(account, login, context);
        String token = account.session().userToken(auth, context.deadline());
        for (int renewals = 0;; renewals++) {
            try {
                return call.apply(account.credentials().user(token));
            } catch (CredentialsRejectedException e) {
                if (!isRepeatable.test(e)) {
                    throw e;
                }
                if (renewals > 0 && (account.session().isOfNewestLogin(token) || renewals == MAX_RENEWALS)) {
                    throw account.session().rejectedAfterRenewal();
                }
                token = account.session().renewed(token, auth, context.deadline());
            }
        }
    }

    private Envelope logIn(Account account, Login login, CallContext context) {
        try {
            return retryPolicy.write(() -> transport.logIn(() -> writeApi.auth(account.credentials().partner(), login),
                    account.credentials(), context), context.deadline());
        } catch (AltegioException failure) {
            throw failure.beforeSending();
        }
    }
}
