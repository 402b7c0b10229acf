/** What the lists of Altegio's have in common: stable pagination, links to the next part, formats, and limits of size and time. */
package io.stockroom.lists;
