/** The storages of a location: its inventories. */
package io.stockroom.storages;
