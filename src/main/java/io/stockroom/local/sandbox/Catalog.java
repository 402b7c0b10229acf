package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The master data of a location: storages, goods, clients, staff, suppliers, services and cash desks, each keyed by ID. */
record Catalog(Map<Long, SandboxStorage> storages, Map<Long, Good> goods, Map<Long, Client> clients,
        Map<Long, String> masters, Map<Long, String> suppliers, Map<Long, String> services,
        Map<Long, String> accounts) {

    record SandboxStorage(String title, boolean forSale, boolean forServices, String comment) {
    }

    /** A good is kept in one storage only, so that the seeded stock levels stay above zero. */
    record Good(long id, long storageId, long unitId, BigDecimal price, String title) {

        /** Returns the category, one for the goods of each storage. */
        long categoryId() {
            return storageId - 90;
        }
    }

    record Client(String name, String phone) {
    }

    record Unit(String title, String shortTitle) {
    }

    static final Map<Long, Unit> UNITS = Map.of(
            1L, new Unit("piece", "pc"), 2L, new Unit("millilitre", "ml"), 3L, new Unit("gram", "g"));

    /** Storage, unit, price and title of each good; IDs start at 3001. */
    private static final String STOCK = """
            101 1 14.90 Argan shampoo 250 ml
            101 1 12.50 Шампоан с лайка
            101 1 16.00 Repair conditioner
            101 1 19.90 Маска за коса „Арган“
            101 1 8.20 Hand cream, almond
            101 1 7.99 Крем за ръце с невен
            101 1 24.00 Beard oil 30 ml
            101 1 11.40 Балсам за брада
            101 1 5.50 Nail file 180/240
            101 1 6.75 Лак за нокти, червен
            101 1 9.10 Cuticle oil
            101 1 45.00 Gift card 45
            101 1 90.00 Подаръчна карта 90
            101 1 3.33 Travel brush
            103 1 31.00 Hair dryer diffuser
            103 1 4.60 Гребен, дърво
            103 1 22.80 Face serum 15 ml
            103 1 27.30 Серум за лице с роза
            103 1 13.70 Sun cream SPF 50
            103 1 15.20 Слънцезащитен крем
            103 1 10.00 Styling wax, matt
            103 1 9.99 Вакса за коса
            103 1 17.45 Heat protection spray
            103 1 6.10 Сапун с лавандула
            103 1 18.60 Body lotion "Rose & Oat"
            103 1 21.05 Масло за тяло
            103 1 2.40 Hair clips, set; 6 pcs
            103 1 38.90 Комплект за пътуване
            102 2 0.04 Developer 6 %
            102 2 0.12 Боя за коса, кестен
            102 3 0.18 Bleaching powder
            102 3 0.22 Прах за изсветляване
            102 1 0.15 Disposable towel
            102 1 0.09 Ръкавици, нитрил
            102 2 0.03 Acetone
            102 2 0.05 Дезинфектант
            102 3 0.35 Depilatory wax
            102 3 0.41 Кола маска
            102 1 0.60 Foil, sheet
            102 1 0.20 Пила за еднократна употреба
            """;

    /** Returns the catalog of the seeded location: a salon with a shop. */
    static Catalog salon() {
        Map<Long, SandboxStorage> storages = new LinkedHashMap<>();
        storages.put(101L, new SandboxStorage("Shop floor", true, false, "Default for sales"));
        storages.put(102L, new SandboxStorage("Консумативи", false, true, "Used up in services"));
        storages.put(103L, new SandboxStorage("Stock room", true, false, ""));
        storages.put(104L, new SandboxStorage("Archive", false, false, "Not in use"));
        return new Catalog(storages, stock(),
                clients("Ana Petrova", "Иван Георгиев", "Maria Schmidt", "Елена Димитрова", "John O'Brien",
                        "Петър Стоянов", "Sofia Rossi", "Надежда Колева", "Tom Baker", "Радост Ангелова",
                        "Lucía Núñez", "Христо Илиев"),
                numbered(201, "Vera Ivanova", "Борис Николов", "Claire Martin", "Десислава Тодорова", "Max Weber"),
                numbered(301, "Beauty Supply Ltd", "Розова долина ООД", "Nordic Care AB"),
                numbered(401, "Haircut", "Боядисване", "Manicure", "Кола маска", "Facial"),
                numbered(61, "Cash desk", "Card terminal"));
    }

    /** Returns the catalog of a location without transactions: a single storage. */
    static Catalog bare() {
        return new Catalog(Map.of(111L, new SandboxStorage("Main storage", true, true, "")), new ConcurrentSkipListMap<>(), Map.of(),
                Map.of(), Map.of(), Map.of(), Map.of());
    }

    boolean isGiftCard(long goodId) {
        return goodId == 3012 || goodId == 3013;
    }

    List<Good> keptIn(long storageId) {
        return goods.values().stream().filter(good -> good.storageId() == storageId).toList();
    }

    private static Map<Long, Good> stock() {
        Map<Long, Good> goods = new ConcurrentSkipListMap<>();
        for (String line : STOCK.lines().toList()) {
            String[] parts = line.split(" ", 4);
            long id = 3001 + goods.size();
            goods.put(id, new Good(id, Long.parseLong(parts[0]), Long.parseLong(parts[1]), new BigDecimal(parts[2]),
                    parts[3]));
        }
        return goods;
    }

    private static Map<Long, Client> clients(String... names) {
        Map<Long, Client> clients = new LinkedHashMap<>();
        numbered(5001, names).forEach((id, name) -> clients.put(id, new Client(name, "+35988000" + id)));
        return clients;
    }

    private static Map<Long, String> numbered(long first, String... titles) {
        Map<Long, String> byId = new LinkedHashMap<>();
        for (String title : titles) {
            byId.put(first + byId.size(), title);
        }
        return byId;
    }
}
