package io.stockroom.shops;

import io.stockroom.goods.GoodCode;
import io.stockroom.operations.IdempotencyKey;
import java.util.Set;

/**
 * A shop whose orders are booked.
 *
 * @param secrets   empty in a function that verifies no signatures
 * @param masterId  null for the default team member
 * @param accountId the cash desk of paid orders; null if Altegio is not to create payments
 * @param currency  of the location
 * @param bookOn    the topic or the statuses that book an order
 */
record Shop(String name, ShopKind kind, ShopSecrets secrets, long locationId, long storageId, Long masterId, Long accountId,
        String currency, Set<String> bookOn, GoodCode match, boolean booksPos) {

    /** In {@link #bookOn}: orders that are not paid yet are booked too. */
    static final String UNPAID = "unpaid";

    /**
     * Returns the key of an order: the business fact. Only signed data and configuration are in it: a header, such as the shop's domain, is
     * not signed, and a delivery replayed with another one would be another order.
     */
    IdempotencyKey key(String orderId) {
        return new IdempotencyKey(locationId, IdempotencyKey.Source.ORDER, kind.label() + ":" + name + ":order:" + orderId);
    }
}
