/** The catalog of a location: its goods with their stock, and the look-up of goods by article or barcode. */
package io.stockroom.goods;
