package io.stockroom.setup;

import java.util.Map;
import java.util.TreeMap;

/** What must exist in a location, each id with the setting that names it. */
record LocationNeeds(Map<Long, String> storages, Map<Long, String> masters) {

    LocationNeeds() {
        this(new TreeMap<>(), new TreeMap<>());
    }
}
