package io.stockroom.altegio;

import java.util.List;

/** Where the accounts and their credentials are kept. */
interface CredentialsStore {

    /** Returns all accounts; the same list until one of them changes. */
    List<AccountCredentials> accounts();

    /** Returns all accounts as they are kept now, because Altegio rejected the user token of one of them. */
    List<AccountCredentials> accountsAfterRejection(String account);
}
