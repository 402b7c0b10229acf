package io.stockroom.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.lists.ListMeta;
import java.util.List;

/**
 * The metadata of a response.
 *
 * @param list    the paging; a look-up has looked at everything if it is the last
 * @param missing which of the wanted articles or barcodes no good has, as far as this response shows; null if it does not, because it is
 *                a part of the catalog
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoodsMeta(@JsonUnwrapped ListMeta list, List<String> missing) {
}
