package io.stockroom.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.altegio.Relayed;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Caller;
import io.stockroom.relay.RelayRoutes.Match;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Keeps responses within the locations that the deployment and the caller are limited to, if the path contains none: a list of locations is
 * reduced to them, and any other response must be proven to belong to one of them, by each row or by the document that it is about.
 */
@ApplicationScoped
class LocationFilter {

    private static final List<String> NAMES = List.of("company_id", "location_id", "salon_id");
    private static final String DOCUMENT = "document_id";

    /** Each location costs a call. */
    private static final int MAX_LOCATIONS_TRIED = 10;

    private final Altegio altegio;
    private final LocationAllowList allowList;
    private final ObjectMapper mapper;

    LocationFilter(Altegio altegio, LocationAllowList allowList, ObjectMapper mapper) {
        this.altegio = altegio;
        this.allowList = allowList;
        this.mapper = mapper;
    }

    /** @throws LocationUnknownException if the response may belong to a location that is not allowed */
    Relayed filtered(Match match, Optional<Caller> caller, Relayed response, CallContext context) {
        if (match.route().hasLocation() || isUnlimited(caller)) {
            return response;
        }
        LongPredicate allowed = location -> isAllowed(location, caller);
        RelayedEnvelope envelope = RelayedEnvelope.read(response, mapper);
        List<Object> rows = envelope.rows();
        if (match.route().listsLocations()) {
            return envelope.with(rows.stream().filter(row -> isAllowed(row, List.of("id"), allowed)).toList());
        }
        boolean isProven = !rows.isEmpty() && rows.stream().allMatch(row -> isAllowed(row, NAMES, allowed));
        if (!isProven && !isOfAllowedDocument(match, locations(caller).stream(), context)) {
            throw new LocationUnknownException();
        }
        return response;
    }

    /** Returns whether the deployment has a list of locations. */
    boolean isLimited() {
        return !allowList.allowsAll();
    }

    private boolean isUnlimited(Optional<Caller> caller) {
        return caller.isEmpty() && allowList.allowsAll() && altegio.hasAccountOfOthers();
    }

    private boolean isAllowed(long location, Optional<Caller> caller) {
        return allowList.allows(location) && caller.map(each -> each.mayUse(location)).orElse(true)
                && altegio.account(location).isPresent();
    }

    /** Returns the allowed locations that are known: the caller's, those on the list of the deployment, or else the accounts'. */
    List<Long> locations(Optional<Caller> caller) {
        Stream<Long> known = caller.map(Caller::locations).map(Set::stream).orElseGet(
                () -> allowList.allowsAll() ? altegio.accounts().stream().flatMap(account -> account.locations().stream())
                        : allowList.locations());
        return known.filter(location -> isAllowed(location, caller)).toList();
    }

    /** Altegio may respond with another location's document: the document must name the location, too. */
    private boolean isOfAllowedDocument(Match match, Stream<Long> locations, CallContext context) {
        String document = match.ids().get(DOCUMENT);
        return document != null && locations.limit(MAX_LOCATIONS_TRIED).anyMatch(location -> document(location, document, context)
                .filter(row -> isAllowed(row, NAMES, named -> named == location)).isPresent());
    }

    private Optional<Object> document(long location, String document, CallContext context) {
        try {
            Relayed response = altegio.relay(location, "storage_operations/documents/" + location + "/" + document, Map.of(), context);
            return RelayedEnvelope.read(response, mapper).rows().stream().findFirst();
        } catch (AltegioException e) {
            if (e.refusal().isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static boolean isAllowed(Object row, List<String> names, LongPredicate allowed) {
        return row instanceof Map<?, ?> fields
                && names.stream().map(fields::get).filter(Objects::nonNull).findFirst().flatMap(LocationFilter::id).filter(allowed::test)
                        .isPresent();
    }

    private static Optional<Long> id(Object value) {
        try {
            return Optional.of(Long.valueOf(value.toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
