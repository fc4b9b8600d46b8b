//! Where a source can be changed, and how.

use std::ops::Range;

use syn::{
    BinOp, Expr, ExprBinary, ExprUnary, ImplItemFn, Item, ItemFn, ItemMod, ReturnType, Signature, UnOp,
    spanned::Spanned,
    visit::{self, Visit},
};

/// A change.
pub struct Site {
    /// The bytes of the expression.
    pub range: Range<usize>,
    /// Its line.
    pub line: usize,
    /// In words.
    pub what: String,
    /// What replaces which bytes; `ID` stands for the number of the mutant.
    pub edits: Vec<(Range<usize>, String)>,
}

/// All changes of a source.
pub fn sites(text: &str) -> Vec<Site> {
    let file = syn::parse_file(text).expect("a source parses");
    let mut finder = Finder { text, sites: Vec::new() };
    finder.visit_file(&file);
    finder.sites
}

struct Finder<'t> {
    text: &'t str,
    sites: Vec<Site>,
}

/// What an operator becomes.
fn others(op: &BinOp) -> &'static [&'static str] {
    match op {
        BinOp::Gt(_) => &["==", ">=", "<"],
        BinOp::Lt(_) => &["==", "<=", ">"],
        BinOp::Ge(_) => &["<", ">"],
        BinOp::Le(_) => &[">", "<"],
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::Add(_) => &["-", "*"],
        BinOp::Sub(_) => &["+", "/"],
        BinOp::Mul(_) => &["+", "/"],
        BinOp::Div(_) => &["*"],
        BinOp::AddAssign(_) => &["-=", "*="],
        BinOp::SubAssign(_) => &["+=", "/="],
        BinOp::MulAssign(_) => &["/=", "+="],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        _ => &[],
    }
}

fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl Finder<'_> {
    fn binary(&mut self, node: &ExprBinary) {
        let (left, right, op) =
            (node.left.span().byte_range(), node.right.span().byte_range(), node.op.span().byte_range());
        let written = &self.text[op.clone()];
        for other in others(&node.op) {
            let (before, between, after) = match (written, *other) {
                ("&&" | "||", _) if has_let(&node.left) || has_let(&node.right) => continue,
                // Not (not a and not b) is a or b.
                ("&&" | "||", _) => {
                    let on = "crate::mutants::on(ID) ^ (";
                    (format!("({on}({on}"), format!(")) {written} ({on}"), "))))".to_owned())
                }
                (">" | "<" | ">=" | "<=" | "==" | "!=", _) => (
                    format!("crate::mutants::compare(ID, {written:?}, {other:?}, &("),
                    "), &(".to_owned(),
                    "))".to_owned(),
                ),
                (assign, _) if assign.ends_with('=') => (
                    format!("crate::mutants::assign(ID, {written:?}, {other:?}, &mut ("),
                    "), ".to_owned(),
                    ")".to_owned(),
                ),
                _ => (
                    format!("crate::mutants::arithmetic(ID, {written:?}, {other:?}, "),
                    ", ".to_owned(),
                    ")".to_owned(),
                ),
            };
            self.sites.push(Site {
                range: left.start..right.end,
                line: node.op.span().start().line,
                what: format!("{written} becomes {other}"),
                edits: vec![
                    (left.start..left.start, before),
                    // With the blanks around the operator.
                    (left.end..right.start, between),
                    (right.end..right.end, after),
                ],
            });
        }
    }

    fn body(&mut self, signature: &Signature, block: &syn::Block) {
        let ReturnType::Type(_, returned) = &signature.output else { return };
        let values: &[&str] = match self.text[returned.span().byte_range()].as_ref() {
            "bool" => &["true", "false"],
            "f64" => &["0.0", "1.0"],
            "usize" | "u64" | "u32" => &["0", "1"],
            other if other.starts_with("Option<") => &["None"],
            other if other.starts_with("Vec<") => &["Vec::new()"],
            _ => return,
        };
        if signature.constness.is_some() {
            return;
        }
        let start = block.brace_token.span.open().byte_range().end;
        for value in values {
            self.sites.push(Site {
                range: start..start,
                line: signature.ident.span().start().line,
                what: format!("{} gives {value}", signature.ident),
                edits: vec![(start..start, format!(" if crate::mutants::on(ID) {{ return {value}; }} "))],
            });
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_mod(&mut self, node: &'ast ItemMod) {
        if node.ident != "tests" && node.ident != "test" {
            visit::visit_item_mod(self, node);
        }
    }

    fn visit_item(&mut self, node: &'ast Item) {
        if !matches!(node, Item::Const(_) | Item::Static(_) | Item::Macro(_)) {
            visit::visit_item(self, node);
        }
    }

    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}

    fn visit_type(&mut self, _: &'ast syn::Type) {}

    fn visit_item_fn(&mut self, node: &'ast ItemFn) {
        if node.sig.constness.is_none() {
            self.body(&node.sig, &node.block);
            visit::visit_item_fn(self, node);
        }
    }

    fn visit_impl_item_fn(&mut self, node: &'ast ImplItemFn) {
        if node.sig.constness.is_none() {
            self.body(&node.sig, &node.block);
            visit::visit_impl_item_fn(self, node);
        }
    }

    fn visit_expr_binary(&mut self, node: &'ast ExprBinary) {
        self.binary(node);
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast ExprUnary) {
        if let UnOp::Not(not) = &node.op {
            let range = node.span().byte_range();
            self.sites.push(Site {
                line: not.span().start().line,
                what: "! is left out".to_owned(),
                edits: vec![
                    (range.start..range.start, "(crate::mutants::on(ID) ^ (".to_owned()),
                    (range.end..range.end, "))".to_owned()),
                ],
                range,
            });
        }
        visit::visit_expr_unary(self, node);
    }
}
