package loligo.experiment;

/// What this program is.
public final class Version {
    /// Same text, same version: same bits.
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
