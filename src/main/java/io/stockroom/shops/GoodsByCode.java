package io.stockroom.shops;

import io.stockroom.altegio.AltegioException;
import io.stockroom.goods.GoodCode;
import io.stockroom.invocation.CallContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks goods up by their articles or barcodes, which are not unique in Altegio. */
interface GoodsByCode {

    /**
     * Returns all goods for each code, whatever its case and the blanks around it; an empty list for a code that no good has.
     *
     * @throws AltegioException if they could not be read completely
     */
    Map<String, List<FoundGood>> find(long location, GoodCode field, Set<String> codes, CallContext context);
}
