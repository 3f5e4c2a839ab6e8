"""The questions: the root fields answered by statements written by hand.

A new one is a class in a module of its subject's folder, and a line here.
"""

from resolvers.questions.certificates.major_certificates import CertificateMajors, MajorCertificates
from resolvers.questions.certificates.succession import CertificateSuccession
from resolvers.questions.courses.demand import DemandForCourse
from resolvers.questions.courses.peer_comparison import PeerComparison
from resolvers.questions.courses.redundancy import CourseRedundancy
from resolvers.questions.courses.suggestions import SuggestAlignments
from resolvers.questions.coverage.alignment_table import AlignmentTable
from resolvers.questions.coverage.coverage import Coverage
from resolvers.questions.coverage.coverage_cube import CoverageCube
from resolvers.questions.coverage.coverage_gaps import CoverageGaps
from resolvers.questions.coverage.coverage_matrix import CoverageMatrix
from resolvers.questions.coverage.coverage_trend import CoverageTrend
from resolvers.questions.coverage.major_fits import MajorFits
from resolvers.questions.coverage.requirement_carriers import RequirementCarriers
from resolvers.questions.extent.known_extent import KnownExtent
from resolvers.questions.extent.province_counts import ProvinceCounts
from resolvers.questions.extent.release_audit import ReleaseAudit
from resolvers.questions.extent.review_queue import ReviewItems, ReviewQueue
from resolvers.questions.extent.source_uses import SourceUses
from resolvers.questions.finding.paths import Paths
from resolvers.questions.finding.search import TextSearch
from resolvers.questions.finding.search_counts import SearchCounts
from resolvers.questions.question import Question
from resolvers.questions.standards.crosswalk import Crosswalk
from resolvers.questions.standards.level_audit import LevelAudit
from resolvers.questions.standards.revision_impact import RevisionImpact
from resolvers.questions.standards.version_diff import VersionDiff
from resolvers.questions.training_plans.compliance import TrainingPlanCompliance
from resolvers.questions.training_plans.differences import DiffTrainingPlans
from resolvers.questions.training_plans.drafting import TrainingPlanDraft
from resolvers.questions.training_plans.orphaned_plans import OrphanedTrainingPlans
from resolvers.questions.training_plans.what_if import TrainingPlanWhatIf

QUESTIONS: tuple[Question, ...] = (
    TextSearch(),
    SearchCounts(),
    Paths(),
    Coverage(),
    CoverageCube(),
    CoverageTrend(),
    CoverageMatrix(),
    CoverageGaps(),
    MajorFits(),
    RequirementCarriers(),
    Crosswalk(),
    VersionDiff(),
    RevisionImpact(),
    LevelAudit(),
    CertificateSuccession(),
    MajorCertificates(),
    CertificateMajors(),
    CourseRedundancy(),
    DemandForCourse(),
    PeerComparison(),
    ReleaseAudit(),
    KnownExtent(),
    ProvinceCounts(),
    SourceUses(),
    SuggestAlignments(),
    ReviewQueue(),
    ReviewItems(),
    AlignmentTable(),
    TrainingPlanCompliance(),
    DiffTrainingPlans(),
    OrphanedTrainingPlans(),
    TrainingPlanWhatIf(),
    TrainingPlanDraft(),
)
