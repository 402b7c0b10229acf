package io.stockroom.shops;

/**
 * What a shop's orders need in Altegio.
 *
 * @param masterId null for the default team member
 */
public record ShopNeeds(String shop, long locationId, long storageId, Long masterId) {
}
