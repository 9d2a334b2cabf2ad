package loligo.experiment;

import loligo.geometry.Geometry;
import loligo.model.Equations;
import loligo.model.Model;

/// A membrane somewhere in space: a model with its numbers overridden.
public record Preparation(String name, Geometry geometry, Model model, Equations equations) {}
