package io.stockroom.goods;

import io.stockroom.altegio.AltegioObject;

/**
 * A good as a row of Altegio's.
 *
 * @param size roughly how many bytes it took in Altegio's response
 */
record GoodRow(Good good, long size) {

    static GoodRow from(AltegioObject row) {
        long size = row.size();
        return new GoodRow(Good.from(row), size);
    }
}
