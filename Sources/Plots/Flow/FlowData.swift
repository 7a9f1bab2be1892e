/// The patients of a study from stage to stage.
package struct FlowData: Sendable, Hashable {
    /// A number of patients at a stage.
    package struct Box: Sendable, Hashable {
        /// What was done with them: "screened"; empty for the size of an arm.
        package var stage: String
        /// The index of the arm; nil for the whole study.
        package var arm: Int?
        package var number: Int
        package var href: String?
        /// Whether another number is printed for the same; it gets an asterisk.
        package var isDisputed: Bool

        package init(stage: String, arm: Int? = nil, number: Int, href: String? = nil, isDisputed: Bool = false) {
            self.stage = stage
            self.arm = arm
            self.number = number
            self.href = href
            self.isDisputed = isDisputed
        }
    }

    /// Patients who left for one reason.
    package struct Reason: Sendable, Hashable {
        package var text: String
        package var number: Int
        package var href: String?
        /// Whether another number is printed for the same; it gets an asterisk.
        package var isDisputed: Bool

        package init(text: String, number: Int, href: String? = nil, isDisputed: Bool = false) {
            self.text = text
            self.number = number
            self.href = href
            self.isDisputed = isDisputed
        }
    }

    /// Patients who left after a level.
    package struct Departure: Sendable, Hashable {
        /// "excluded", "lost to follow-up".
        package var kind: String
        package var arm: Int?
        /// How many, of all reasons together, if that is known.
        package var number: Int?
        package var href: String?
        package var reasons: [Reason]
        /// Whether another number is printed for the same; it gets an asterisk.
        package var isDisputed: Bool

        package init(
            kind: String, arm: Int? = nil, number: Int? = nil, href: String? = nil, reasons: [Reason] = [],
            isDisputed: Bool = false
        ) {
            self.isDisputed = isDisputed
            self.kind = kind
            self.arm = arm
            self.number = number
            self.href = href
            self.reasons = reasons
        }
    }

    /// A stage of the whole study, with one box, or of its arms beside one another.
    package struct Level: Sendable, Hashable {
        package var boxes: [Box]
        package var departures: [Departure]

        package init(boxes: [Box], departures: [Departure] = []) {
            self.boxes = boxes
            self.departures = departures
        }

        var isOfArms: Bool { boxes.first?.arm != nil }
    }

    package var id: String
    package var title: String
    package var description: String
    package var arms: [String]
    /// From top to bottom.
    package var levels: [Level]

    package init(id: String, title: String, description: String = "", arms: [String] = [], levels: [Level]) {
        self.id = id
        self.title = title
        self.description = description
        self.arms = arms
        self.levels = levels
    }
}
