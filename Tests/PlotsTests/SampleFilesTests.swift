import Foundation
import Plots
import Testing

/// Writes the samples' views for Tests/Scripts/plot_samples.py when PLOT_SAMPLES names a folder.
@Suite struct SampleFilesTests {
    @Test func samplesCanBeWritten() throws {
        guard let folder = ProcessInfo.processInfo.environment["PLOT_SAMPLES"] else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let forests = Samples.scenes.map { name, data in
            (name: name, layout: { try ForestPlotLayout(data, options: $0).scene } as OtherSamples.Layout)
        }
        for (name, layout) in forests + OtherSamples.scenes {
            for variant in [PlotVariant.wide, .narrow] {
                for isStandalone in [false, true] {
                    let scene = try layout(PlotOptions(variant, isStandalone: isStandalone))
                    let file = "\(folder)/\(name).\(variant.name)\(isStandalone ? ".standalone" : "").json"
                    try scene.view(isStandalone: isStandalone).json.write(
                        toFile: file, atomically: true, encoding: .utf8)
                }
            }
        }
    }
}
