package loligo.experiment;

import java.util.List;
import loligo.model.Model;
import loligo.notation.Diagnostic;
import loligo.protocol.Protocol;

/// An experiment file, read and proved: names resolved, dimensions agreed. Immutable.
///
/// @param text what was asked, after `--set`, models included, in one canonical form; its hash names the experiment
/// @param source the file as it was written
/// @param warnings what is no mistake but looks like one
/// @param cites keys of publications that the file itself cites
public record Experiment(
        String title,
        List<Model> models,
        List<Preparation> preparations,
        List<Protocol> protocols,
        List<Study> studies,
        List<Plot> plots,
        List<String> cites,
        String text,
        String source,
        List<Diagnostic> warnings) {

    /// The study of that name.
    ///
    /// @throws IllegalArgumentException when there is none
    public Study study(String name) {
        for (Study study : studies) if (study.name().equals(name)) return study;
        throw new IllegalArgumentException("no study is called " + name);
    }
}
