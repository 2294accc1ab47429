import HeijunReports
import Testing

struct SchemaTests {
    @Test func schemaIsTheOneKept() throws {
        try expectGolden(inventorySchema(), "Inventory/schema/heijun-inventory-1.xsd")
    }
}
