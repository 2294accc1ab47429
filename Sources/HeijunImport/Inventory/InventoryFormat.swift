/// Names of the inventory XML, format 1.
public enum InventoryFormat {
    /// The namespace of every element.
    public static let namespace = "urn:heijun:inventory:1"
    /// The outermost element.
    public static let root = "inventory"
    /// The value of the root's `version`.
    public static let version = "1"
}
