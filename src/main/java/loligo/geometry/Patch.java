package loligo.geometry;

/// A membrane at one potential: one node, nothing diffuses.
public record Patch() implements Geometry {
    @Override
    public String word() {
        return "patch";
    }

    @Override
    public int nodes() {
        return 1;
    }
}
